"""Vietnamese text: legacy encodings, normal forms, matching keys, and the words that scoresheets are written in."""
