# Typing into the search narrows the list; Enter, a click and the arrow keys select from it.
. "$(dirname "$0")/support.sh"

# The field receives what is typed some frames after it was asked for focus.
focus_search() {
  xdotool key ctrl+f
  expect_at_rest '^focus-search$'
}

open_window <<<''
focus_search
xdotool type --delay 40 'gluteus medius'
expect '^search "gluteus medius"$'
xdotool key Return
expect '^select-point gluteus-medius-1\.right$'
forget
focus_search
xdotool key Down
xdotool key Down
expect '^list-move 1$'
xdotool key Return
expect '^select-point gluteus-medius-2\.right$'
forget
# The first row is under the only remaining heading.
click 150 204
expect '^select-point gluteus-medius-1\.right$'
close_window
