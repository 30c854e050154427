# After a driver reset another window takes over, with the selection.
. "$(dirname "$0")/support.sh"
start_display
play <<REPLAY
select-point gluteus-medius-1.left
keep-zone
restart-graphics
position on
restart-graphics
view back
trace on
keep-zone
drop-zones
screenshot $FOLDER/after.png
quit
REPLAY
[ "$STATUS" = 0 ] || fail "the window ended with status $STATUS"
[ -s "$FOLDER/after.png" ] || fail "no picture of the third window"
