#include "engine/core/output_file.h"

#include "tests/support/folder.h"

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace knotmap;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(in)), {});
}

struct stat statusOf(const fs::path& file)
{
    struct stat status = {};
    REQUIRE(lstat(file.c_str(), &status) == 0);
    return status;
}

unsigned modeOf(const fs::path& file)
{
    return statusOf(file).st_mode & 07777U;
}

std::vector<fs::path> filesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        files.push_back(entry.path());
    return files;
}

/// Neither written nor accepted beforehand, for the reason given.
void refused(const fs::path& file, const std::string& why)
{
    INFO(file.string());
    const core::Outcome before = core::checkOutput(file, {".png"});
    REQUIRE(before);
    INFO(before->message);
    CHECK(before->message.find(why) != std::string::npos);
    const core::Outcome written = core::writeOutput(file, "new");
    REQUIRE(written);
    CHECK(written->message == before->message);
}

/// Runs `work` in a process of its own and returns its status as from waitpid. Run as root, it
/// drops to another user, who sees what others see.
int inChild(const std::function<int()>& work)
{
    const pid_t child = fork();
    if (child == 0) {
        constexpr unsigned kNobody = 65534;
        if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0))
            _exit(99);
        _exit(work());
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    return status;
}

/// Writes `size` bytes in a process that the kernel kills after the first 1000 of them.
void writeAndBeKilled(const fs::path& file, std::size_t size)
{
    const int status = inChild([&] {
        const rlimit limit = {1000, 1000}, none = {0, 0};
        std::signal(SIGXFSZ, SIG_DFL);
        setrlimit(RLIMIT_CORE, &none);
        setrlimit(RLIMIT_FSIZE, &limit);
        return core::writeOutput(file, std::string(size, 'n')) ? 1 : 0;
    });
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == SIGXFSZ);
}

/// The only file of a folder that is not among the known ones.
fs::path stranger(const fs::path& folder, const std::vector<std::string>& known)
{
    std::vector<fs::path> others;
    for (const fs::path& file : filesIn(folder))
        if (std::find(known.begin(), known.end(), file.filename().string()) == known.end())
            others.push_back(file);
    REQUIRE(others.size() == 1);
    return others.front();
}

void openToAll(const fs::path& folder)
{
    fs::permissions(folder, fs::perms::all);
}

} // namespace

TEST_CASE("an output becomes a file, with nothing beside it")
{
    const testing::Folder folder;
    const fs::path file = folder.path() / "a.png";
    const mode_t mask = umask(027);
    CHECK_FALSE(core::writeOutput(file, "first"));
    umask(mask);
    CHECK(contents(file) == "first");
    CHECK(modeOf(file) == 0640);
    CHECK_FALSE(core::writeOutput(file, std::string("sec\0nd", 6)));
    CHECK(contents(file) == std::string("sec\0nd", 6));
    CHECK(filesIn(folder.path()).size() == 1);
    const std::string longest(255, 'x'); // the maximum length of a name
    CHECK_FALSE(core::writeOutput(folder.path() / longest, "long"));
    CHECK(contents(folder.path() / longest) == "long");
}

TEST_CASE("a file that is replaced keeps its permissions and its owner")
{
    const testing::Folder folder;
    const fs::path file = folder.path() / "a.png";
    folder.write("a.png", "old");
    for (const mode_t mode : {0600U, 0666U, 0751U}) {
        REQUIRE(chmod(file.c_str(), mode) == 0);
        CHECK_FALSE(core::writeOutput(file, "new"));
        CHECK(modeOf(file) == mode);
    }
    if (geteuid() == 0) { // only root can give files away
        REQUIRE(chown(file.c_str(), 12, 34) == 0);
        REQUIRE(chmod(file.c_str(), 0640) == 0);
        CHECK_FALSE(core::writeOutput(file, "newer"));
        CHECK(statusOf(file).st_uid == 12);
        CHECK(statusOf(file).st_gid == 34);
        CHECK(modeOf(file) == 0640);
    }
}

TEST_CASE("a symbolic link is followed and remains one")
{
    const testing::Folder folder;
    folder.write("store/real.png", "old");
    fs::create_symlink("store/real.png", folder.path() / "link.png");
    fs::create_symlink("link.png", folder.path() / "second.png");
    CHECK_FALSE(core::writeOutput(folder.path() / "second.png", "new"));
    CHECK(contents(folder.path() / "store/real.png") == "new");
    CHECK(fs::is_symlink(folder.path() / "link.png"));
    CHECK(fs::is_symlink(folder.path() / "second.png"));
    CHECK(filesIn(folder.path()).size() == 3);
    CHECK(filesIn(folder.path() / "store").size() == 1);

    fs::create_symlink("store/later.png", folder.path() / "dangling.png");
    CHECK_FALSE(core::writeOutput(folder.path() / "dangling.png", "made"));
    CHECK(fs::is_symlink(folder.path() / "dangling.png"));
    CHECK(contents(folder.path() / "store/later.png") == "made");

    // Through a linked folder ".." means the parent of the folder that the link leads to.
    fs::create_directories(folder.path() / "far" / "deep");
    fs::create_directory_symlink("far/deep", folder.path() / "door");
    fs::create_symlink("../up.png", folder.path() / "far/deep/out.png");
    CHECK_FALSE(core::writeOutput(folder.path() / "door" / "out.png", "up"));
    CHECK(contents(folder.path() / "far/up.png") == "up");
}

TEST_CASE("what cannot take an output is refused both beforehand and when writing")
{
    const testing::Folder folder;
    refused("", "no name");
    refused(folder.path(), "is a folder");
    refused(folder.path() / "", "is a folder");
    refused(folder.path() / "no" / "such" / "a.png", "no/such does not exist");
    refused(folder.path() / "a.png" / "", "does not exist");
    folder.write("file", "x");
    refused(folder.path() / "file" / "a.png", "Not a directory");
    refused(folder.path() / (std::string(256, 'x') + ".png"), "name too long");
    fs::create_symlink("b.png", folder.path() / "a.png");
    fs::create_symlink("a.png", folder.path() / "b.png");
    refused(folder.path() / "a.png", "symbolic links");
    fs::create_symlink("no/such/a.png", folder.path() / "astray.png");
    refused(folder.path() / "astray.png", "does not exist");

    const int listening = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const std::string name = (folder.path() / "socket.png").string();
    REQUIRE(name.size() < sizeof address.sun_path);
    name.copy(address.sun_path, name.size());
    REQUIRE(bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    refused(name, "is a socket");
    close(listening);
    CHECK(filesIn(folder.path()).size() == 5);
}

TEST_CASE("a write-protected file is refused to everybody, and stays as it was")
{
    const testing::Folder folder;
    openToAll(folder.path());
    folder.write("a.png", "old");
    const fs::path file = folder.path() / "a.png";
    REQUIRE(chmod(file.c_str(), 0444) == 0);
    fs::create_symlink("a.png", folder.path() / "link.png");
    refused(file, "write-protected");
    refused(folder.path() / "link.png", "write-protected");
    REQUIRE(chmod(file.c_str(), 0466) == 0); // others may, its owner may not
    refused(file, "write-protected");
    REQUIRE(chmod(file.c_str(), 0444) == 0);
    CHECK(inChild([&] { return core::writeOutput(file, "new") ? 0 : 1; }) == 0);
    CHECK(contents(file) == "old");
    CHECK(filesIn(folder.path()).size() == 2);
}

TEST_CASE("a folder in which no new file can be created is reported")
{
    const testing::Folder folder;
    folder.write("shut/a.png", "old");
    REQUIRE(chmod((folder.path() / "shut/a.png").c_str(), 0666) == 0);
    REQUIRE(chmod((folder.path() / "shut").c_str(), 0555) == 0);
    fs::permissions(folder.path(), fs::perms::all);
    const auto isReported = [&](const char* name) {
        return inChild([&, name] {
                   const auto error = core::writeOutput(folder.path() / "shut" / name, "new");
                   return error && error->message.find("no new file can be created") !=
                                       std::string::npos
                              ? 0
                              : 1;
               }) == 0;
    };
    CHECK(isReported("a.png"));
    CHECK(isReported("b.png"));
    CHECK(contents(folder.path() / "shut/a.png") == "old");
    REQUIRE(chmod((folder.path() / "shut").c_str(), 0755) == 0);
}

TEST_CASE("a FIFO is written into and remains one")
{
    const testing::Folder folder;
    const fs::path fifo = folder.path() / "fifo.jpg"; // may be called anything
    REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
    const std::string sent(200'000, 'p'); // more than the kernel buffers
    std::string received;
    std::thread reader([&] { received = contents(fifo); });
    CHECK_FALSE(core::checkOutput(fifo, {".png"}));
    CHECK(core::isStream(fifo));
    CHECK_FALSE(core::writeOutput(fifo, sent));
    reader.join();
    CHECK(received == sent);
    CHECK(fs::is_fifo(fifo));
    CHECK(filesIn(folder.path()).size() == 1);
}

TEST_CASE("devices and open descriptors are written into")
{
    // Not as root, so that a fault here cannot damage the machine's devices.
    CHECK(inChild([] { return core::writeOutput("/dev/null", "gone") ? 1 : 0; }) == 0);
    CHECK(inChild([] {
              const auto full = core::writeOutput("/dev/full", "much");
              return full && full->message.find("No space left") != std::string::npos ? 0 : 1;
          }) == 0);
    CHECK(core::isStream("/dev/null"));

    const testing::Folder folder;
    folder.write("a", "before ");
    const int file = open((folder.path() / "a").c_str(), O_WRONLY | O_APPEND);
    const fs::path name = "/dev/fd/" + std::to_string(file);
    CHECK(core::isStream(name));
    CHECK_FALSE(core::writeOutput(name, "after"));
    fs::create_symlink(name, folder.path() / "link.png");
    CHECK_FALSE(core::writeOutput(folder.path() / "link.png", " again"));
    CHECK(contents(folder.path() / "a") == "before after again");
    close(file);
    const int reading = open((folder.path() / "a").c_str(), O_RDONLY);
    refused("/dev/fd/" + std::to_string(reading), "open only for reading");
    close(reading);
}

TEST_CASE("only writable formats are accepted as an extension")
{
    const testing::Folder folder;
    const auto check = [&](const std::string& name) {
        return core::checkOutput(folder.path() / name, {".png", ".glb"});
    };
    for (const std::string name : {"a.png", "a.PNG", "a.b.glb", "a", ".hidden", "a."})
        CHECK_FALSE(check(name));
    for (const std::string name : {"a.jpg", "a.png.txt", "a.pn", ".hidden.x", "no/such/a.obj"}) {
        const auto error = check(name);
        REQUIRE(error);
        CHECK(error->message.find(".png, .glb") != std::string::npos);
    }
    CHECK(filesIn(folder.path()).empty());
}

TEST_CASE("a full disk leaves the old file and nothing else")
{
    const testing::Folder folder;
    openToAll(folder.path());
    folder.write("a.png", "old");
    REQUIRE(chmod((folder.path() / "a.png").c_str(), 0666) == 0);
    const int status = inChild([&] {
        const rlimit limit = {1000, 1000}; // a write beyond it fails, as on a full disk
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        const auto error = core::writeOutput(folder.path() / "a.png", std::string(5000, 'n'));
        return error && error->message.find("is unchanged") != std::string::npos ? 0 : 1;
    });
    CHECK(status == 0);
    CHECK(contents(folder.path() / "a.png") == "old");
    CHECK(filesIn(folder.path()).size() == 1);
}

TEST_CASE("leftovers of a killed run are removed by the next, and nothing else is")
{
    const testing::Folder folder;
    openToAll(folder.path());
    const fs::path file = folder.path() / "a.png";
    std::vector<std::string> known = {"a.png", "a.png.part", ".knotmap-1.part", "b.png"};
    for (const std::string& name : known)
        folder.write(name, "the user's");
    REQUIRE(chmod(file.c_str(), 0666) == 0);
    writeAndBeKilled(file, 5000);
    CHECK(contents(file) == "the user's");
    const fs::path litter = stranger(folder.path(), known);
    CHECK(fs::file_size(litter) == 1000);

    // Another target in the same folder is unrelated.
    CHECK_FALSE(core::writeOutput(folder.path() / "b.png", "other"));
    CHECK(fs::exists(litter));
    CHECK_FALSE(core::writeOutput(file, "new"));
    CHECK(contents(file) == "new");
    CHECK_FALSE(fs::exists(litter));
    CHECK(filesIn(folder.path()).size() == known.size());
    CHECK(contents(folder.path() / "a.png.part") == "the user's");
}

TEST_CASE("the unfinished file of a live run is left alone")
{
    const testing::Folder folder;
    openToAll(folder.path());
    const fs::path file = folder.path() / "a.png";
    writeAndBeKilled(file, 5000);
    const fs::path unfinished = stranger(folder.path(), {});
    const int held = open(unfinished.c_str(), O_RDWR);
    REQUIRE(flock(held, LOCK_EX | LOCK_NB) == 0); // as its writer does
    CHECK_FALSE(core::writeOutput(file, "new"));
    CHECK(fs::exists(unfinished));
    close(held);
    CHECK_FALSE(core::writeOutput(file, "newer"));
    CHECK_FALSE(fs::exists(unfinished));
    CHECK(contents(file) == "newer");
}

TEST_CASE("a file written by several at once is the whole of one of them")
{
    const testing::Folder folder;
    const fs::path file = folder.path() / "a.png";
    constexpr std::size_t kSize = 100'000;
    std::array<bool, 4> well = {};
    std::vector<std::thread> writers;
    for (std::size_t i = 0; i < well.size(); ++i)
        writers.emplace_back([&, i] {
            well[i] = true;
            for (int round = 0; round < 25; ++round)
                if (core::writeOutput(file, std::string(kSize, static_cast<char>('a' + i))))
                    well[i] = false;
        });
    for (std::thread& writer : writers)
        writer.join();
    CHECK(well == std::array<bool, 4>{true, true, true, true});
    const std::string written = contents(file);
    CHECK(written == std::string(kSize, written.at(0)));
    CHECK(filesIn(folder.path()).size() == 1);
}
