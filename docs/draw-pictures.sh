#!/bin/sh
# Draws every picture of the docs with the program itself: docs/draw-pictures.sh KNOTMAP
# The contact sheets are put together with ImageMagick's montage.
set -eu
knotmap=${1:?"usage: docs/draw-pictures.sh path/to/knotmap"}
docs=$(dirname "$0")
tiles=$(mktemp -d)
trap 'rm -rf "$tiles"' EXIT

"$knotmap" render --point upper-trapezius-1 --size 1280x960 -o "$docs/upper-trapezius-1.png"

# The whole body: a row a layer, from four sides.
for layer in skin superficial intermediate deep bone; do
    for view in front three-quarter right back; do
        "$knotmap" render --view $view --layer $layer --size 300x480 -o "$tiles/$layer-$view.png"
        set -- "$@" "$tiles/$layer-$view.png"
    done
done
shift
montage "$@" -tile 4x5 -geometry +2+2 -background white "$docs/contact-sheet-body.png"

# Close views: head, hand and foot, a row a layer.
set --
for layer in skin superficial bone; do
    for view in head hand foot; do
        "$knotmap" render --view $view --layer $layer --size 480x480 -o "$tiles/$layer-$view.png"
        set -- "$@" "$tiles/$layer-$view.png"
    done
done
montage "$@" -tile 3x3 -geometry +2+2 -background white "$docs/contact-sheet-close.png"
