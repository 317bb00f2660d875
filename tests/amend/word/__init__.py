"""Tests of tracked changes in Word documents."""
