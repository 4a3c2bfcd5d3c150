"""What is particular to each language: typography, strings, the time that words take to say."""
