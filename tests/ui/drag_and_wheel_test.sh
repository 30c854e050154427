# A drag rotates the view and selects nothing; it and the wheel can be undone.
. "$(dirname "$0")/support.sh"
open_window <<<'view back'
forget
drag 600 400 700 420
xdotool key ctrl+z
expect '^undo$'
if printed '^select-'; then fail "a drag selected something"; fi
forget
move 600 400
settle_after xdotool click 4
xdotool key ctrl+z
expect '^undo$'
close_window
