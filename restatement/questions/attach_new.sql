-- The version that is compared.
attach $file as new_version (read_only)
