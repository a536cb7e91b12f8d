"""Tables: CSV and workbooks, and the table of participants."""
