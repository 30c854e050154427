# A turntable is saved picture by picture, a replay continues after the last of them, and a missing
# folder is reported.
. "$(dirname "$0")/support.sh"
start_display
play <<REPLAY
dismiss note
save-turntable $FOLDER/turn.png 6 64x48
quit
REPLAY
[ "$STATUS" = 0 ] || fail "the window ended with status $STATUS"
for number in 1 2 3 4 5 6; do
  [ -s "$FOLDER/turn-$number.png" ] || fail "picture $number is missing"
done
cmp -s "$FOLDER/turn-1.png" "$FOLDER/turn-2.png" && fail "the body did not turn"
[ ! -e "$FOLDER/turn-7.png" ] || fail "one picture too many"
play <<REPLAY
save-turntable $FOLDER/nowhere/turn.png 3 64x48
quit
REPLAY
[ "$STATUS" = 1 ] || fail "a folder that is not found ended with status $STATUS"
said 'nowhere'
