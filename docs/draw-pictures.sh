#!/bin/sh
# Draws every picture of the docs with the program itself: docs/draw-pictures.sh KNOTMAP
# The contact sheets are put together with ImageMagick's montage. Takes about ten minutes.
set -eu
knotmap=${1:?"usage: docs/draw-pictures.sh path/to/knotmap"}
docs=$(dirname "$0")
tiles=$(mktemp -d)
trap 'rm -rf "$tiles"' EXIT

# tile NAME ARGUMENTS OF RENDER...: one more picture for the current sheet.
tile() {
    name=$1
    shift
    "$knotmap" render "$@" -o "$tiles/$name.png" >/dev/null
    names="$names $tiles/$name.png"
}

# sheet NAME COLUMNS [OPTIONS OF MONTAGE...]: the tiles since the last sheet, as one small file.
sheet() {
    file=$docs/$1.png
    columns=$2
    shift 2
    montage "$@" $names -tile "${columns}x" -geometry +2+2 -background white "$tiles/sheet.png"
    convert "$tiles/sheet.png" -dither None -colors 255 "PNG8:$file"
    names=
}

names=
"$knotmap" render --point upper-trapezius-1 --size 1280x960 -o "$docs/upper-trapezius-1.png"
"$knotmap" render --view back --layer superficial --labels english --size 1280x1100 \
    -o "$docs/labels.png"

# The whole body: one row per layer, from four sides.
for layer in skin superficial intermediate deep bone; do
    for view in front three-quarter right back; do
        tile "$layer-$view" --view $view --layer $layer --size 300x480
    done
done
sheet contact-sheet-body 4

# Close views: head, hand, foot, shoulder and the back of the neck, one row per layer.
for layer in skin superficial deep bone; do
    for view in head neck shoulder hand foot; do
        tile "$layer-$view" --view $view --layer $layer --size 480x480
    done
done
sheet contact-sheet-close 5

# Two bodies, slim to heavy.
for sex in female male; do
    for build in slim average heavy; do
        for view in front three-quarter; do
            tile "$sex-$build-$view" --body $sex --build $build --view $view --layer skin \
                --size 260x480
        done
    done
done
sheet contact-sheet-builds 6

# Sections: head, chest, thigh, calf, whole.
tile section-head --cut sagittal:4 --layer skin --view head --size 480x480
tile section-chest --cut transverse:1250 --layer skin --size 480x480
tile section-thigh --cut transverse:700 --layer skin --size 480x480
tile section-calf --cut transverse:330 --layer superficial --size 480x480
tile section-belly --cut transverse:1060 --layer superficial --size 480x480
tile section-whole --cut frontal:75 --layer skin --size 480x480
sheet contact-sheet-sections 3

# Zones side by side, the path from trigger point to zone, a ghost, structures alone, a position in
# full.
tile compared --point upper-trapezius-1 --with sternocleidomastoid-4,temporalis-2 --legend \
    --no-tool --size 480x480
tile pulse --point gluteus-minimus-1 --pulse 0.5 --layer skin --no-tool --size 480x480
tile ghost --muscle piriformis --view best --ghost gluteus-maximus,gluteus-medius --layer superficial \
    --size 480x480
tile alone --isolate group:hip,group:thigh --view three-quarter --labels english --size 480x480
tile overlay --point gluteus-medius-1 --position --overlay --size 480x480
tile captions --point masseter-1 --position --overlay --captions --size 480x480
sheet contact-sheet-compare 3

# Positions, each with a trigger point that is treated in it.
for point in infraspinatus-1 pectoralis-major-sternocostal-4 quadratus-lumborum-1 latissimus-dorsi-1 \
    upper-trapezius-1 soleus-1 masseter-1 extensor-digitorum-1 \
    gluteus-medius-1 rhomboid-major-1 adductor-magnus-2 external-intercostals-10-to-11-1 \
    vastus-lateralis-4 gracilis-1 vastus-intermedius-2 splenius-capitis-1; do
    tile "position-$point" --point "$point" --position --layer skin --size 480x400
done
sheet contact-sheet-positions 4

# points_of GROUP...: the trigger points of all muscles of these groups.
points_of() {
    "$knotmap" list muscles --json | python3 -c '
import json, sys
for muscle in json.load(sys.stdin):
    if muscle["group"] in sys.argv[1:]:
        print(*muscle["points"], sep="\n")' "$@"
}

# zones SHEET GROUP...: the zone of every trigger point, on the skin, under its name.
zones() {
    file=$1
    shift
    for point in $(points_of "$@"); do
        tile "$point" --point "$point" --layer skin --no-tool --size 220x220
        convert "$tiles/$point.png" -gravity south -pointsize 11 -annotate +0+2 "$point" \
            "$tiles/$point.png"
    done
    sheet "$file" 8
}

zones zones-head-and-neck head neck
zones zones-trunk chest abdomen back pelvis
zones zones-arm shoulder-girdle arm forearm hand
zones zones-leg hip thigh leg foot
