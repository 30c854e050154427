"""The two tables of the diaphragm, fitted in domes.py. Flesh gives way to the central tendon."""
import domes


def diaphragm_domes(ref):
    return domes.halves(ref.folder)[:2]


def diaphragm_crura(ref):
    return domes.halves(ref.folder)[2:]
