"""Recordings as a build finishes them: resampled, levelled, limited, encoded, and measured after encoding."""
