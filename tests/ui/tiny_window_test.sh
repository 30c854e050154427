# A window resized to almost nothing, and back, is unchanged.
. "$(dirname "$0")/support.sh"
start_display
play <<REPLAY
select-point gluteus-medius-1
resize 1x1
view back
resize 40x30
open about
resize 300x200
tab pain
close
resize 1900x60
tab knots
resize 1280x800
screenshot $FOLDER/after.png
quit
REPLAY
[ "$STATUS" = 0 ] || fail "the window ended with status $STATUS"
# Bytes 16 to 23 of a PNG are its width and height.
size=$(od -An -tu1 -j16 -N8 "$FOLDER/after.png" | tr -s ' ')
[ "$size" = " 0 0 5 0 0 0 3 32" ] || fail "the picture after it all is not 1280 x 800:$size"
