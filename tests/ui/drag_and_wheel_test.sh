# A drag turns the view and selects nothing; it and the wheel can be undone.
. "$(dirname "$0")/support.sh"
open_window <<'REPLAY'
view back
wait 200
REPLAY
forget
drag 600 400 700 420
sleep 0.3
xdotool key ctrl+z
expect '^undo-view$'
if grep -q '^select-' "$FOLDER/out"; then fail "a drag selected something"; fi
forget
xdotool mousemove 600 400 click 4
sleep 0.3
xdotool key ctrl+z
expect '^undo-view$'
close_window
