"""When two names, titles, addresses or works are one: asked by every stage that compares them.

Measures that differ stand side by side here, under names that say how. None of them knows where the things stand: what
follows from a likeness is the business of the stage.
"""
