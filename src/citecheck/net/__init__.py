"""The network: the one place that asks it, politely and with care, and the cache of what it answered.

Whoever wants to ask opens a `Net` and hands its ``fetch`` to a stage.
"""
