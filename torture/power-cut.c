/*
 * Loaded before a gateway on SQLite (LD_PRELOAD): what the gateway writes to the files of its database is noted down
 * with what stood there before, until the gateway syncs the file. After a kill the rig puts back what was never
 * synced, as a power cut would. The first byte of the control file makes the disk full, the second one makes syncs
 * fail. The files that count are POWER_CUT_FILE and its "-wal".
 *
 * A note is: offset, old length of the file, length of the old bytes, old bytes. A file's notes lie beside it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { most_files = 1024 };

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_close)(int);
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *database;
static volatile unsigned char *control;
/* Per descriptor: 0 not looked at yet, -1 none of ours, else the descriptor of its notes plus one. */
static int notes_of[most_files];

__attribute__((constructor)) static void prepare(void) {
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_write = dlsym(RTLD_NEXT, "write");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_close = dlsym(RTLD_NEXT, "close");
  database = getenv("POWER_CUT_FILE");
  const char *file = getenv("POWER_CUT_CONTROL");
  int descriptor = file ? open(file, O_RDWR) : -1;
  if (descriptor < 0) return;
  void *page = mmap(NULL, 4096, PROT_READ, MAP_SHARED, descriptor, 0);
  if (page != MAP_FAILED) control = page;
  real_close(descriptor);
}

static int counts(const char *path) {
  size_t length = strlen(database);
  return strncmp(path, database, length) == 0 && (path[length] == '\0' || strcmp(path + length, "-wal") == 0);
}

/* The descriptor of the file's notes, or -1 where the file is none of the database's. */
static int notes(int descriptor) {
  if (database == NULL || descriptor < 0 || descriptor >= most_files) return -1;
  if (notes_of[descriptor] == 0) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 8);
    notes_of[descriptor] = -1;
    if (length <= 0) return -1;
    path[length] = '\0';
    if (counts(path)) {
      strcat(path, ".notes");
      int found = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
      if (found >= 0) notes_of[descriptor] = found + 1;
    }
  }
  return notes_of[descriptor] > 0 ? notes_of[descriptor] - 1 : -1;
}

static void note(int descriptor, int to, off_t offset, size_t size) {
  struct stat state;
  if (fstat(descriptor, &state) != 0) return;
  off_t end = state.st_size < offset + (off_t)size ? state.st_size : offset + (off_t)size;
  size_t kept = end > offset ? (size_t)(end - offset) : 0;
  int64_t *record = malloc(3 * sizeof(int64_t) + kept);
  if (record == NULL) return;
  if (kept > 0 && pread(descriptor, record + 3, kept, offset) != (ssize_t)kept) kept = 0;
  record[0] = offset;
  record[1] = state.st_size;
  record[2] = (int64_t)kept;
  /* One write, which a kill does not cut in half. */
  if (real_write(to, record, 3 * sizeof(int64_t) + kept) < 0) abort();
  free(record);
}

static ssize_t noted_pwrite(int descriptor, const void *bytes, size_t size, off_t offset) {
  pthread_mutex_lock(&lock);
  int to = notes(descriptor);
  if (to >= 0 && control && control[0]) {
    pthread_mutex_unlock(&lock);
    errno = ENOSPC;
    return -1;
  }
  if (to >= 0) note(descriptor, to, offset, size);
  ssize_t written = real_pwrite(descriptor, bytes, size, offset);
  pthread_mutex_unlock(&lock);
  return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset) {
  return noted_pwrite(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off_t offset) {
  return noted_pwrite(descriptor, bytes, size, offset);
}

static int noted_ftruncate(int descriptor, off_t length) {
  pthread_mutex_lock(&lock);
  int to = notes(descriptor);
  struct stat state;
  if (to >= 0 && fstat(descriptor, &state) == 0 && state.st_size > length) {
    note(descriptor, to, length, (size_t)(state.st_size - length));
  }
  int result = real_ftruncate(descriptor, length);
  pthread_mutex_unlock(&lock);
  return result;
}

int ftruncate(int descriptor, off_t length) { return noted_ftruncate(descriptor, length); }
int ftruncate64(int descriptor, off_t length) { return noted_ftruncate(descriptor, length); }

/* What the disk has, no power cut takes back. */
static int noted_sync(int descriptor, int (*sync)(int)) {
  pthread_mutex_lock(&lock);
  int to = notes(descriptor);
  if (to >= 0 && control && control[1]) {
    pthread_mutex_unlock(&lock);
    errno = EIO;
    return -1;
  }
  /* The kernel has the bytes: of the real disk this is not about, so that nothing is waited for. */
  int result = to >= 0 ? real_ftruncate(to, 0) : sync(descriptor);
  pthread_mutex_unlock(&lock);
  return result;
}

int fsync(int descriptor) { return noted_sync(descriptor, real_fsync); }
int fdatasync(int descriptor) { return noted_sync(descriptor, real_fdatasync); }

int close(int descriptor) {
  pthread_mutex_lock(&lock);
  if (descriptor >= 0 && descriptor < most_files) {
    if (notes_of[descriptor] > 0) real_close(notes_of[descriptor] - 1);
    notes_of[descriptor] = 0;
  }
  pthread_mutex_unlock(&lock);
  return real_close(descriptor);
}
