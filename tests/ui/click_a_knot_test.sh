# A click on a trigger point in the picture selects it, and the view stays as it is.
. "$(dirname "$0")/support.sh"
open_window <<'REPLAY'
select-point upper-trapezius-1.left
clear
where upper-trapezius-1.left
REPLAY
place upper-trapezius-1.left
click "$X" "$Y"
expect '^select-point upper-trapezius-1\.left stay$'
forget
# A click beside the body selects nothing.
click 330 60
expect '^clear$'
close_window
