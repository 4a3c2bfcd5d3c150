"""What `python -m playbooks` does beside reporting: new sites, new playbooks, missing blanks, the register."""
