"""What is proposed and decided about each entity, by policy and by people."""
