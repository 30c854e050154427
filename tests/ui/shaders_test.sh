# Shaders that are worked on are read again; a broken one is told, and the old one goes on.
. "$(dirname "$0")/support.sh"
cp -r "$(dirname "$0")/../../shaders" "$FOLDER/shaders"
export KNOTMAP_SHADERS=$FOLDER/shaders
open_window <<<'view front'
echo 'this is no shader' >>"$FOLDER/shaders/background.frag"
# Some file systems keep whole seconds: make sure that the change shows.
touch -d '+2 seconds' "$FOLDER/shaders/background.frag"
until_so "the broken shader is told" told 'background'
close_window
