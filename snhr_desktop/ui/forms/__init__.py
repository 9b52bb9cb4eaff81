"""The entry form of an incident: for tired people with keyboards, in two languages, losing nothing."""
