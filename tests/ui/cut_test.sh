# A key cycles the cut through its planes, the handle drags it, and both can be undone.
. "$(dirname "$0")/support.sh"
open_window <<'REPLAY'
view front
cut transverse 1100
where cut
REPLAY
place cut
forget
drag "$X" "$Y" "$X" $((Y + 60))
if printed '^clear$'; then fail "a drag of the cut was taken for a click"; fi
xdotool key ctrl+z
expect '^undo$'
forget
xdotool key shift+Up
expect '^move-cut 5$'
xdotool key shift+x
expect '^flip-cut$'
xdotool key x
expect '^cut next$'
close_window
