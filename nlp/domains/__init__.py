"""The fields of policy that tasks belong to."""
