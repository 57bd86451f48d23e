-- The version that is compared with.
attach $file as old_version (read_only)
