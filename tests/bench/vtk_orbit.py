#!/usr/bin/python3
"""VTK drawing an exported body, for `knotmap bench`: frames per second while it turns once.

    vtk_orbit.py BODY.glb FRAMES WIDTH HEIGHT

Draws every node except the skin, each as an actor with VTK's default shading, off screen. Needs
Debian's python3-vtk9 and a display (xvfb-run gives one).
"""
import json
import struct
import sys
import time

import numpy as np
import vtk
from vtk.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray


def read_glb(path):
    with open(path, "rb") as file:
        data = file.read()
    length = struct.unpack_from("<I", data, 12)[0]
    return json.loads(data[20:20 + length]), data[28 + length:]


def poly_data(js, blob, mesh):
    """One mesh of the file as vtkPolyData with point normals."""
    def rows(index, dtype, width):
        accessor = js["accessors"][index]
        view = js["bufferViews"][accessor["bufferView"]]
        start = view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
        return np.frombuffer(blob, dtype, width * accessor["count"], start).reshape(-1, width)

    part = mesh["primitives"][0]
    triangles = rows(part["indices"], np.uint32, 1).reshape(-1, 3).astype(np.int64)
    cells = vtk.vtkCellArray()
    cells.SetCells(len(triangles), numpy_to_vtkIdTypeArray(
        np.hstack([np.full((len(triangles), 1), 3), triangles]).ravel(), deep=True))
    points = vtk.vtkPoints()
    points.SetData(numpy_to_vtk(rows(part["attributes"]["POSITION"], np.float32, 3), deep=True))
    poly = vtk.vtkPolyData()
    poly.SetPoints(points)
    poly.SetPolys(cells)
    poly.GetPointData().SetNormals(
        numpy_to_vtk(rows(part["attributes"]["NORMAL"], np.float32, 3), deep=True))
    return poly


def build(path, width, height):
    js, blob = read_glb(path)
    mappers = []
    for mesh in js["meshes"]:
        mapper = vtk.vtkPolyDataMapper()
        mapper.SetInputData(poly_data(js, blob, mesh))
        mappers.append(mapper)
    renderer = vtk.vtkRenderer()
    for node in js["nodes"]:
        if "mesh" not in node or node["extras"]["kind"] == "skin":
            continue
        actor = vtk.vtkActor()
        actor.SetMapper(mappers[node["mesh"]])
        if node["extras"]["side"] == "left":
            actor.SetScale(-1, 1, 1)
        renderer.AddActor(actor)
    window = vtk.vtkRenderWindow()
    window.SetOffScreenRendering(1)
    window.SetMultiSamples(0)
    window.SetSize(width, height)
    window.AddRenderer(renderer)
    renderer.ResetCamera()
    return window, renderer


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    frames = int(sys.argv[2])
    window, renderer = build(sys.argv[1], int(sys.argv[3]), int(sys.argv[4]))
    camera = renderer.GetActiveCamera()
    pixel = vtk.vtkUnsignedCharArray()

    def draw():
        window.Render()
        window.GetPixelData(0, 0, 0, 0, 0, pixel, 0)  # waits for the frame

    draw()
    start = time.monotonic()
    for _ in range(frames):
        camera.Azimuth(360 / frames)
        draw()
    print(f"{frames / (time.monotonic() - start):.3f}")


if __name__ == "__main__":
    main()
