"""Rules about waivers: comments and settings that accept a finding."""
