# Shared by run.sh and test.sh: the packages Knotmap needs on Debian 12, and how it is built.

BUILD_PACKAGES=(
    g++ cmake ninja-build pkg-config
    libglfw3-dev libgl-dev libegl-dev libepoxy-dev libgl1-mesa-dri libglm-dev libimgui-dev
    libstb-dev libtomlplusplus-dev nlohmann-json3-dev libcli11-dev libfmt-dev libspdlog-dev
    libmeshoptimizer-dev libeigen3-dev libcairo2-dev libfontconfig-dev fonts-inter zlib1g-dev
    gettext
)
TEST_PACKAGES=(catch2 xvfb xauth xdotool)
FUZZ_PACKAGES=(clang-14 libclang-rt-14-dev)

# Reports which of the named packages are missing and installs them; does nothing if all are
# present.
install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "Missing Debian packages: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "Install them as root: apt-get install ${missing[*]}" >&2
            return 1
        }
        as_root=(sudo)
    fi
    echo "Installing them ..."
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# Configures the named preset, with any further options, and builds it; this also bakes the body
# from its tables.
build() {
    cmake --preset "$@" -Wno-dev
    cmake --build --preset "$1"
}
