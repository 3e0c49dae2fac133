"""How things enter and leave: checklists, Excel, evidence files. Knows files and the domain."""
