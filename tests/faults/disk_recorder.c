/* Notes, in order, what a program does to the files of one folder: every write, cut, flush and removal.
 *
 * Loaded with LD_PRELOAD; DISK_RECORDER_FOLDER names the folder, DISK_RECORDER_NOTES the file that is noted into.
 * A note is: one letter (W write, T cut to a size, S file flushed, D folder flushed, U removed), the length of the
 * path (4 bytes), an offset or size (8), the length of the bytes that follow (8), then the path and the bytes.
 * The call is made first and noted after, under one lock: what is noted as flushed has been flushed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int notes = -1;
static char folder[PATH_MAX];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    const char *named = getenv("DISK_RECORDER_FOLDER"), *into = getenv("DISK_RECORDER_NOTES");
    if (named == NULL || into == NULL || realpath(named, folder) == NULL) return;
    notes = open(into, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The path below the folder, "" for the folder itself, NULL for what lies elsewhere. */
static const char *below(const char *path) {
    size_t length = strlen(folder);
    if (strncmp(path, folder, length) != 0) return NULL;
    if (path[length] == '\0') return "";
    return path[length] == '/' ? path + length + 1 : NULL;
}

static const char *path_of(int fd, char *space) {
    char link[64];
    if (notes < 0 || fd == notes) return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, space, PATH_MAX - 1);
    if (length < 0) return NULL;
    space[length] = '\0';
    return below(space);
}

static void put(const void *bytes, size_t length) {
    const char *from = bytes;
    while (length > 0) {
        ssize_t done = REAL(write)(notes, from, length);
        if (done <= 0) abort();
        from += done;
        length -= (size_t)done;
    }
}

static void note(char what, const char *path, int64_t at, const void *bytes, uint64_t length) {
    uint32_t name = (uint32_t)strlen(path);
    put(&what, 1);
    put(&name, sizeof name);
    put(&at, sizeof at);
    put(&length, sizeof length);
    put(path, name);
    if (length > 0) put(bytes, length);
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off64_t at, int positioned) {
    char space[PATH_MAX];
    const char *path = path_of(fd, space);
    if (path == NULL) return positioned ? REAL(pwrite64)(fd, bytes, length, at) : REAL(write)(fd, bytes, length);
    pthread_mutex_lock(&lock);
    if (!positioned) {
        int appends = fcntl(fd, F_GETFL) & O_APPEND;
        at = appends ? lseek64(fd, 0, SEEK_END) : lseek64(fd, 0, SEEK_CUR);
    }
    ssize_t done = positioned ? REAL(pwrite64)(fd, bytes, length, at) : REAL(write)(fd, bytes, length);
    if (done > 0) note('W', path, at, bytes, (uint64_t)done);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t length) { return write_at(fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return write_at(fd, bytes, length, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return write_at(fd, bytes, length, at, 1); }

static int flush(int fd, int (*real)(int)) {
    char space[PATH_MAX];
    const char *path = path_of(fd, space);
    if (path == NULL) return real(fd);
    pthread_mutex_lock(&lock);
    int done = real(fd);
    if (done == 0) note(*path == '\0' ? 'D' : 'S', path, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}

int fsync(int fd) { return flush(fd, REAL(fsync)); }
int fdatasync(int fd) { return flush(fd, REAL(fdatasync)); }

static int cut(int fd, off64_t size) {
    char space[PATH_MAX];
    const char *path = path_of(fd, space);
    if (path == NULL) return REAL(ftruncate64)(fd, size);
    pthread_mutex_lock(&lock);
    int done = REAL(ftruncate64)(fd, size);
    if (done == 0) note('T', path, size, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}

int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }

int unlink(const char *named) {
    char space[PATH_MAX];
    const char *path = notes >= 0 && realpath(named, space) != NULL ? below(space) : NULL;
    if (path == NULL) return REAL(unlink)(named);
    pthread_mutex_lock(&lock);
    int done = REAL(unlink)(named);
    if (done == 0) note('U', path, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}
