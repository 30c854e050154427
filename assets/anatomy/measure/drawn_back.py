"""Deep muscles of the back, drawn slip by slip between the reference's vertebrae and its long extensors."""
import numpy as np

from laid import lay, neighbours, ribbon, through_curves

VERTEBRAE = "(cervical|thoracic|lumbar) vertebra$|^Sacrum$"
LONG_EXTENSORS = "^Right (longissimus|spinalis|semispinalis) (thoracis|cervicis)$|^Right iliocostalis lumborum$"

# Fascicles of the lumbar multifidus as dissected by Macintosh JE, Valencia F, Bogduk N, Munro RR (Clin Biomech
# 1986;1:196-204): each leaves one spinous process for mamillary processes two and more levels lower, or for the
# back of the ilium and sacrum. Together they fill the groove beside the spines, so each is 5 to 9 mm thick.
LUMBAR = [  # origin: upper and lower place; insertion: deep and shallow place on the side of a spinous process
    ([(-22, 1009, 52), (-26, 956, 46)], [(-3.5, 1040, 44), (-3.0, 1034, 34)]),
    ([(-23, 981, 52), (-33, 931, 40)], [(-3.5, 1011, 48), (-3.0, 1006, 38)]),
    ([(-24, 953, 50), (-37, 916, 30)], [(-3.5, 985, 48), (-3.0, 978, 38)]),
    ([(-21, 925, 46), (-31, 893, 25)], [(-3.5, 962, 48), (-3.0, 955, 38)]),
    ([(-14, 900, 31), (-20, 876, 19)], [(-3.5, 941, 44), (-3.0, 935, 34)]),
]
# In the chest a fascicle runs from two transverse processes to the spinous process three levels up.
THORACIC = [
    ([(-25, 1328, 26), (-27, 1302, 19)], [(-3.5, 1374, 26), (-3.0, 1369, 20)]),
    ([(-26, 1277, 15), (-26, 1246, 15)], [(-3.0, 1329, 12), (-3.0, 1324, 6)]),
    ([(-26, 1217, 15), (-26, 1185, 15)], [(-3.0, 1280, 9), (-3.0, 1272, 5)]),
    ([(-25, 1152, 24), (-21, 1128, 31)], [(-3.0, 1218, 10), (-3.0, 1208, 7)]),
    ([(-18, 1098, 36), (-19, 1070, 43)], [(-3.0, 1163, 12), (-3.0, 1154, 9)]),
    ([(-19, 1040, 49), (-20, 1011, 53)], [(-3.0, 1108, 24), (-3.0, 1098, 20)]),
]


def fascicles(ref, table, rows, columns, belly):
    """A sheet for each fascicle, laid on the vertebrae and under the long extensors."""
    deep = neighbours(ref, VERTEBRAE)
    shallow = neighbours(ref, LONG_EXTENSORS)
    out = []
    for origin, insertion in table:
        guides = []
        for start, end in zip(origin, insertion):
            start, end = np.array(start, float), np.array(end, float)
            way = np.linspace(0, 1, 9)[:, None]
            path = start + way * (end - start)
            t = 1.4 + (belly - 1.4) * np.sin(np.pi * way) ** 0.8
            guides.append(np.hstack([path, t]))
        curves, thickness = through_curves(guides, rows, columns)
        out.append(lay(curves, thickness, (0, 0, -1), deep, shallow, gap=0.2, far=12, rounds=4))
    return out


def multifidus_lumborum(ref):
    return fascicles(ref, LUMBAR, 5, 4, 8.5)


def multifidus_thoracis(ref):
    return fascicles(ref, THORACIC, 4, 4, 5.5)


COLUMN_OF_ILIOCOSTALIS = ([1137, 1168, 1198, 1232, 1262, 1292, 1320, 1344, 1366],  # height and distance from the middle
                          [61, 66, 71, 77, 79, 79, 76, 72, 66])


def iliocostalis_thoracis(ref):
    """Three slips beside longissimus, from the angles of ribs 10, 9 and 8 to those of ribs 6, 3 and 2."""
    ribs = neighbours(ref, "^Right (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) rib$")
    rear = lambda x, y: ribs[np.hypot(ribs[:, 0] - x, ribs[:, 1] - y) < 9][:, 2].min()
    out = []
    for first, last, aside in ((1137, 1262, -5.5), (1168, 1345, 0.5), (1198, 1362, 6.5)):
        path = []
        for u in np.linspace(0, 1, 12):
            y = first + u * (last - first)
            x = -np.interp(y, *COLUMN_OF_ILIOCOSTALIS) + aside * np.sin(np.pi * min(1, 0.25 + u)) ** 0.5
            belly = np.sin(np.pi * u) ** 0.7
            path.append([x, y, rear(x, y) - 0.4 - 2 * belly, 4 + 3 * belly, 1.2 + 3.4 * belly])
        slip = ribbon(path, (0, 0, -1), 8, 4)
        out.append(lay(*slip, (0, 0, -1), ribs, gap=0.2, keep_ends=0, far=7))
    return out
