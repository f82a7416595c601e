"""How the tables came to be: one file a step, in order; never changed once released.

A step adds tables, or columns with a default, and takes none away: hubs of the version before go on while the first of
the new ones migrates, and a backup of an older version can be restored.
"""
