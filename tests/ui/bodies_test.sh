# Another body keeps the selection: a trigger point of the man is the same one of the woman.
. "$(dirname "$0")/support.sh"
start_display
play <<'END'
trace on
select-point gluteus-medius-1.left
where gluteus-medius-1.left
body female
build heavy
height 170cm
where gluteus-medius-1.left
best-view
body-as-measured
quit
END
[ "$STATUS" = 0 ] || fail "the replay ended with status $STATUS"
[ "$(grep -c '^at gluteus-medius-1.left' "$FOLDER/out")" = 2 ] || fail "the knot was not seen twice"
[ "$(grep '^at gluteus-medius-1.left' "$FOLDER/out" | sort -u | wc -l)" = 2 ] ||
  fail "the knot stayed where the man has it"

play <<'END'
body womanly
END
[ "$STATUS" = 1 ] || fail "an unknown body was taken"
said 'use female or male'
