# The list's switch, the key S and the card's button change the side of the selection.
. "$(dirname "$0")/support.sh"
open_window <<<'select-point gluteus-medius-1.right'
click 262 142
expect '^side left$'
forget
xdotool mousemove 600 300
xdotool key s
expect '^side toggle$'
forget
click 205 142
expect_at_rest '^side right$'
click 262 142
expect '^side left$'
close_window
