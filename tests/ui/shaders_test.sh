# Shaders that are worked on are read again; a broken one is told, and the old one goes on.
. "$(dirname "$0")/support.sh"
cp -r "$(dirname "$0")/../../shaders" "$FOLDER/shaders"
export KNOTMAP_SHADERS=$FOLDER/shaders
open_window <<<'view front'
sleep 1
echo 'this is no shader' >>"$FOLDER/shaders/background.frag"
for _ in $(seq 100); do
  grep -q 'background' "$FOLDER/err" && break
  sleep 0.1
done
said 'background'
close_window
