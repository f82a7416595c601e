"""The screens: their view-models one by one, and every page measured in all its shapes and languages."""
