"""What the commands of the table do: functions of the reading room and the screen in front of it."""
