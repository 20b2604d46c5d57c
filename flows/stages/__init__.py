"""The stages, one module each: a plain function over a run, and the steps it maps over shards in worker processes.

A step opens files, calls pure functions of `tasks`, writes one file and returns counts; no frame travels between processes.
"""
