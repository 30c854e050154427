# Shaders under development are reloaded; a broken one is reported, and the old one stays in use.
. "$(dirname "$0")/support.sh"
cp -r "$(dirname "$0")/../../shaders" "$FOLDER/shaders"
export KNOTMAP_SHADERS=$FOLDER/shaders
open_window <<<'view front'
echo 'this is no shader' >>"$FOLDER/shaders/background.frag"
# Some file systems store whole seconds: make sure that the change is visible.
touch -d '+2 seconds' "$FOLDER/shaders/background.frag"
until_so "the broken shader is told" told 'background'
close_window
