# A position's steps are shown one by one, and what is drawn about it can be switched off.
. "$(dirname "$0")/support.sh"
start_display
play <<'END'
trace on
select-point infraspinatus-1.right
position on
next-step
next-step
previous-step
next-step
next-step
next-step
starting-pose off
weight off
zoom 4
inset off
quit
END
[ "$STATUS" = 0 ] || fail "the replay ended with status $STATUS"

play <<'END'
select-point infraspinatus-1.right
position on
next-step
next-step
next-step
next-step
next-step
END
[ "$STATUS" = 1 ] || fail "there was a step after the last"
said 'this is the last step'

play <<'END'
select-point infraspinatus-1.right
next-step
END
[ "$STATUS" = 1 ] || fail "a step was shown without a position"
said "position on"
