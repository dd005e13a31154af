# Sourced by setup-demo and setup-test: look for what is needed, install what is missing.
#
# Each `need_…` looks for the thing itself, not for a package, so that a machine that has it by any way is left alone
# and a second run needs neither the network nor root. Packages are named as Debian and Ubuntu name them.

missing=()

need_command() { # COMMAND PACKAGE
    command -v "$1" >/dev/null || missing+=("$2")
}

need_library() { # PKG-CONFIG-NAME PACKAGE
    pkg-config --exists "$1" 2>/dev/null || missing+=("$2")
}

need_header() { # HEADER PACKAGE, for a library without a pkg-config file
    local folder
    for folder in /usr/include /usr/local/include /opt/homebrew/include; do
        [ -e "$folder/$1" ] && return
    done
    missing+=("$2")
}

need_font() { # FAMILY PACKAGE
    fc-list : family 2>/dev/null | grep -q "$1" || missing+=("$2")
}

need_server() { # PostgreSQL's initdb, which Debian keeps off the PATH
    command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=("$1")
}

# Installs what is missing with apt-get, as root or through sudo; elsewhere says what to install and stops.
install_missing() {
    [ ${#missing[@]} -eq 0 ] && return
    if ! command -v apt-get >/dev/null; then
        echo "This is not Debian or Ubuntu: please install what these packages hold, then run this again:" >&2
        printf '    %s\n' "${missing[@]}" >&2
        exit 1
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Not root, and no sudo here. As root, run: apt-get install ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# Swift comes from its own installer, not from the distribution.
need_swift() { # MAJOR.MINOR
    local found
    found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*[0-9]\).*/\1/p' | head -n 1)
    if [ -z "$found" ] || [ "$(printf '%s\n' "$1" "$found" | sort -V | head -n 1)" != "$1" ]; then
        echo "Vigie needs Swift $1 or later (found: ${found:-none}). Get it from https://www.swift.org/install" >&2
        exit 1
    fi
}
