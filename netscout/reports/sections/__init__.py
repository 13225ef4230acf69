"""One module a section of the page: `build(scene)` gives its words and numbers, or None where it has nothing to say.

Each section has a template of the same name in `templates/sections/`.
"""
