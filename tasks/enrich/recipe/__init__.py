"""How the bundled language model is made: `make model DATA=DIR` reads corpora that stay outside the repository.

    python -m tasks.enrich.recipe folds --data DIR --work DIR [--start DIR]    trains on two thirds of the outlets, names the rest
    python -m tasks.enrich.recipe model --data DIR --work DIR [--start DIR]    trains on everything and writes the model

Every run is seeded, and what `--work` already holds is not made again.
"""
