// Where outputs and messages go, tested from outside: files, links, FIFOs, standard streams that
// are full or closed, and a user without a home.

#include "tests/support/program.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sys/stat.h>

using namespace knotmap;
namespace fs = std::filesystem;

namespace {

const std::string kProgram = std::string("\"") + KNOTMAP_PROGRAM + "\" ";
const std::string kPicture = kProgram + "render --layer bone --size 48x32 -o ";

/// Runs a shell command in a folder, including its redirections.
testing::Run shell(const testing::Folder& folder, const std::string& command)
{
    return testing::runProgram("cd \"" + folder.path().string() + "\" && ( " + command + " )");
}

std::string contents(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(in)), {});
}

bool isPng(const std::string& bytes)
{
    const std::string start("\x89PNG\r\n\x1a\n", 8), end("\0\0\0\0IEND\xae\x42\x60\x82", 12);
    return bytes.size() > 100 && bytes.substr(0, 8) == start &&
           bytes.substr(bytes.size() - end.size()) == end;
}

long filesIn(const fs::path& folder)
{
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

/// Status 1, nothing on standard output and one message that contains the phrase.
void refused(const testing::Folder& folder, const std::string& command, const std::string& phrase)
{
    const testing::Run run = shell(folder, command);
    INFO(command << "\n" << run.error);
    CHECK(run.status == 1);
    CHECK(run.out.empty());
    CHECK(run.error.find(phrase) != std::string::npos);
    CHECK(std::count(run.error.begin(), run.error.end(), '\n') == 1);
}

} // namespace

TEST_CASE("a picture goes where it was asked to go")
{
    const testing::Folder folder;
    const testing::Run plain = shell(folder, kPicture + "plain.png");
    INFO(plain.error);
    REQUIRE(plain.status == 0);
    CHECK(plain.out.empty());
    const std::string picture = contents(folder.path() / "plain.png");
    REQUIRE(isPng(picture));

    const auto prints = [&](const std::string& command) {
        const testing::Run run = shell(folder, command);
        INFO(command << "\n" << run.error);
        CHECK(run.status == 0);
        CHECK(run.out == picture);
    };
    prints(kPicture + "-");
    // Like /dev/stdout, but a separate link: a fault here must not damage the machine's own.
    prints("ln -s /proc/self/fd/1 out.png && " + kPicture + "out.png");
    prints(kPicture + "out.png | cat");
    CHECK(fs::is_symlink(folder.path() / "out.png"));
    prints(kPicture + "/dev/fd/3 3>&1 >/dev/null");
    prints("mkfifo fifo; cat fifo & " + kPicture + "fifo && wait");
    CHECK(fs::is_fifo(folder.path() / "fifo"));
    prints(kPicture + "- > to.png && cat to.png");
    prints("mkdir store && echo old > store/real.png && ln -s store/real.png link.png && " +
           kPicture + "link.png && cat store/real.png");
    CHECK(fs::is_symlink(folder.path() / "link.png"));
    prints("ln -s store/new.png dangling.png && " + kPicture + "dangling.png && cat store/new.png");
    CHECK(fs::is_symlink(folder.path() / "dangling.png"));
    prints("touch mode.png && chmod 640 mode.png && " + kPicture + "mode.png && cat mode.png");
    CHECK((fs::status(folder.path() / "mode.png").permissions() & fs::perms::all) ==
          fs::perms(0640));
    prints(kPicture + "no-extension && cat no-extension");
    prints(kPicture + "LOUD.PNG && cat LOUD.PNG");
    // plain, out, fifo, to, store, link, dangling, mode, no-extension, LOUD: nothing else.
    CHECK(filesIn(folder.path()) == 10);
    CHECK(filesIn(folder.path() / "store") == 2);
}

TEST_CASE("an output that cannot be written is refused before any work")
{
    const testing::Folder folder;
    // Missing assets would be the first fault of any work.
    const std::string lost = kProgram + "--assets nowhere ";
    refused(folder, lost + "render -o x.jpg", ".png");
    refused(folder, lost + "render -o x.png.bak", ".png");
    refused(folder, lost + "export x.obj", ".glb");
    refused(folder, kProgram + "bake -o muscles.toml", ".atlas");
    refused(folder, lost + "render -o ''", "no name");
    refused(folder, lost + "render -o .", "is a folder");
    refused(folder, lost + "render -o no/such/x.png", "no/such");
    refused(folder, lost + "export no/such/x.glb", "no/such");
    refused(folder, kProgram + "bake -o no/such/x.atlas", "no/such");
    refused(folder, "ln -s loop.png loop.png; " + lost + "render -o loop.png", "symbolic links");
    refused(folder, lost + "render -o - >&-", "closed");
    refused(folder, lost + "render -o /dev/stdout >&-", "closed");
    refused(folder, lost + "render --turntable 2 -o -", "many pictures");
    refused(folder, lost + "render --turntable 2 -o /dev/null", "many pictures");
    refused(folder, lost + "render --turntable 2 -o turn.gif", ".png");
    CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("after a failure the old file is intact and nothing is left beside it")
{
    const testing::Folder folder;
    folder.write("body.glb", "old");
    folder.write("kept.png", "old");
    refused(folder, "chmod 444 kept.png; " + kPicture + "kept.png", "write-protected");
    CHECK(contents(folder.path() / "kept.png") == "old");
    // A file with a size limit simulates a full disk.
    refused(folder, "ulimit -f 100; " + kProgram + "export body.glb", "too large");
    CHECK(contents(folder.path() / "body.glb") == "old");
    refused(folder, kPicture + "/dev/fd/3 3>/dev/full", "No space left");
    refused(folder, kPicture + "- > /dev/full", "No space left");
    CHECK(filesIn(folder.path()) == 2);
}

TEST_CASE("a full or closed standard output is an error of every command that prints")
{
    const testing::Folder folder;
    fs::create_directories(folder.path() / "faulty" / "anatomy");
    for (const std::string arguments :
         {"find temple", "find temple --json", "paths", "list points", "list bones --json",
          "show upper-trapezius-1", "show upper-trapezius-1 --json", "--help", "--version",
          "render --help"}) {
        refused(folder, kProgram + arguments + " >/dev/full", "standard output");
        refused(folder, kProgram + arguments + " >&-", "standard output");
    }
    for (const std::string where : {">/dev/full", ">&-"}) {
        const testing::Run run = shell(folder, kProgram + "check faulty " + where);
        INFO(run.error);
        CHECK(run.status == 1);
        CHECK(run.error.find("standard output") != std::string::npos);
    }
}

TEST_CASE("a reader that closes early ends a listing like any other program")
{
    const testing::Folder folder;
    const testing::Run run =
        shell(folder, "{ " + kProgram + "list points --json; echo $? >status; } | head -n 1");
    CHECK(run.out == "[\n");
    CHECK(run.error.empty());
    const std::string status = contents(folder.path() / "status");
    INFO(status);
    CHECK((status == "141\n" || status == "0\n")); // SIGPIPE, unless everything was written before
}

TEST_CASE("closed streams neither stop the work nor end up in the file")
{
    const testing::Folder folder;
    REQUIRE(shell(folder, kPicture + "a.png").status == 0);
    REQUIRE(shell(folder, kProgram + "export a.glb").status == 0);
    CHECK(shell(folder, kPicture + "b.png <&- >&- 2>&-").status == 0);
    CHECK(shell(folder, kProgram + "export b.glb <&- >&- 2>&-").status == 0);
    CHECK(contents(folder.path() / "a.png") == contents(folder.path() / "b.png"));
    CHECK(contents(folder.path() / "a.glb") == contents(folder.path() / "b.glb"));
    const testing::Run whole = shell(folder, kProgram + "export - 2>&-");
    CHECK(whole.status == 0);
    CHECK(whole.out == contents(folder.path() / "a.glb"));
}

TEST_CASE("a user without a home is told, and the current folder is left alone")
{
    const testing::Folder folder;
    folder.write(".config/knotmap/settings.toml", "no = settings =");
    for (const std::string none : {"env -u HOME -u XDG_CONFIG_HOME ",
                                   "HOME= XDG_CONFIG_HOME= ", "HOME=. XDG_CONFIG_HOME=.config "}) {
        const testing::Run paths = shell(folder, none + kProgram + "paths");
        INFO(none << paths.out);
        CHECK(paths.status == 0);
        CHECK(paths.out.find("settings are not kept") != std::string::npos);
        CHECK(paths.out.find(".config/knotmap") == std::string::npos);
        // The window, which finds no display here, has read no settings.
        const testing::Run window =
            shell(folder, "unset DISPLAY WAYLAND_DISPLAY; " + none + kProgram);
        const std::size_t reported = window.error.find("settings are not kept");
        INFO(window.error);
        CHECK(reported != std::string::npos);
        CHECK(window.error.find("settings are not kept", reported + 1) == std::string::npos);
        CHECK(window.error.find("settings.toml") == std::string::npos);
    }
}
