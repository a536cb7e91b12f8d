"""Who speaks in a text: labels, legends, roles and times found in it."""
