# A click on a muscle selects it; a double click frames it.
. "$(dirname "$0")/support.sh"
open_window <<'REPLAY'
knots off
view back
select-structure gluteus-maximus.right show
clear
REPLAY
click 606 373
expect '^select-structure gluteus-maximus\.right$'
forget
# On a busy machine a frame between the two clicks could take longer than the interval of a double
# click.
at_once xdotool click --repeat 2 --delay 60 1
expect '^focus$'
close_window
