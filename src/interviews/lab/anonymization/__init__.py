"""The review of an anonymization in the browser. It shows real names, so its server is one of its own."""
