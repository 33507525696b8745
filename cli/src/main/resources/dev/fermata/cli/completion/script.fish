# Completion for fish of @PROGRAM@. Load it with:
#   @PROGRAM@ completion fish | source

function __@NAME@_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l answer ($words[1] __complete $words[2..-1] "$current" 2>/dev/null)
    or return
    set -l directive (string sub -s 2 -- $answer[-1])
    set -l prefix (string match -r -- '^-.*=' "$current")
    set -l value (string replace -- "$prefix" '' "$current")
    if test (math "bitand($directive, 8)") -ne 0
        for file in (__fish_complete_path "$value" | string match -r -- '.*(?:/|\.ya?ml)(?:\t.*)?$')
            echo "$prefix$file"
        end
        return
    end
    if test (math "bitand($directive, 16)") -ne 0
        for folder in (__fish_complete_directories "$value")
            echo "$prefix$folder"
        end
        return
    end
    if test (count $answer) -gt 1
        for candidate in $answer[1..-2]
            echo "$prefix$candidate"
        end
        return
    end
    if test (math "bitand($directive, 4)") -eq 0
        for file in (__fish_complete_path "$value")
            echo "$prefix$file"
        end
    end
end

complete -c @PROGRAM@ -e
complete -c @PROGRAM@ -f -k -a '(__@NAME@_complete)'
