/*
 * The floor of PCR_Read in one process: libtpms called from C, with nothing around it.
 *
 *   cc -O2 -o pcr_read pcr_read.c -ldl && ./pcr_read
 *
 * Prints the median time of a call in nanoseconds. Needs the library (Debian package libtpms0), not its
 * headers. The library is configured as the transport libtpms: does it: state in memory, and no callbacks
 * for locality and presence.
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TPM_RETRY 0x800 /* there is no such blob */
#define TPM_2 1

enum { CALLS = 100, SAMPLES = 20000, WARM_UP = 2000 };

struct callbacks {
  int size;
  uint32_t (*init)(void);
  uint32_t (*load)(unsigned char **data, uint32_t *length, uint32_t tpm, const char *name);
  uint32_t (*store)(const unsigned char *data, uint32_t length, uint32_t tpm, const char *name);
  uint32_t (*delete)(uint32_t tpm, const char *name, unsigned char must_exist);
  uint32_t (*io_init)(void);
  void *locality;
  void *presence;
};

/* A TPM that is used once needs no more of its storage than that storing works. */
static uint32_t init(void) { return 0; }

static unsigned char *permanent;
static uint32_t permanent_length;

static uint32_t load(unsigned char **data, uint32_t *length, uint32_t tpm, const char *name) {
  (void)tpm;
  if (strcmp(name, "permall") != 0 || permanent == NULL) return TPM_RETRY;
  *data = malloc(permanent_length);
  memcpy(*data, permanent, permanent_length);
  *length = permanent_length;
  return 0;
}

static uint32_t store(const unsigned char *data, uint32_t length, uint32_t tpm, const char *name) {
  (void)tpm;
  if (strcmp(name, "permall") != 0) return 0;
  permanent = realloc(permanent, length);
  memcpy(permanent, data, length);
  permanent_length = length;
  return 0;
}

static uint32_t delete(uint32_t tpm, const char *name, unsigned char must_exist) {
  (void)tpm, (void)name, (void)must_exist;
  return 0;
}

static void *library;

static void *function(const char *name) {
  void *found = dlsym(library, name);
  if (found == NULL) {
    fprintf(stderr, "pcr_read: %s\n", dlerror());
    exit(1);
  }
  return found;
}

static void require(int holds, const char *what) {
  if (!holds) {
    fprintf(stderr, "pcr_read: %s\n", what);
    exit(1);
  }
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

static int ascending(const void *a, const void *b) {
  double difference = *(const double *)a - *(const double *)b;
  return difference < 0 ? -1 : difference > 0;
}

static double samples[SAMPLES];

int main(void) {
  /* TPM2_Startup(CLEAR), and TPM2_PCR_Read of SHA-256 PCR 0. */
  unsigned char startup[] = {0x80, 1, 0, 0, 0, 12, 0, 0, 1, 0x44, 0, 0};
  unsigned char pcr_read[] = {0x80, 1, 0, 0, 0, 20, 0, 0, 1, 0x7e, 0, 0, 0, 1, 0, 11, 3, 1, 0, 0};

  library = dlopen("libtpms.so.0", RTLD_NOW);
  if (library == NULL) {
    fprintf(stderr, "pcr_read: %s\n", dlerror());
    return 1;
  }
  uint32_t (*choose)(int) = function("TPMLIB_ChooseTPMVersion");
  uint32_t (*set)(struct callbacks *) = function("TPMLIB_RegisterCallbacks");
  uint32_t (*start)(void) = function("TPMLIB_MainInit");
  uint32_t (*process)(unsigned char **, uint32_t *, uint32_t *, unsigned char *, uint32_t) =
      function("TPMLIB_Process");

  struct callbacks callbacks = {sizeof callbacks, init, load, store, delete, init, NULL, NULL};
  unsigned char *response = NULL;
  uint32_t size = 0, capacity = 0;

  require(choose(TPM_2) == 0, "this libtpms has no TPM 2.0");
  require(set(&callbacks) == 0, "the callbacks are refused");
  require(start() == 0, "the TPM does not start");
  require(process(&response, &size, &capacity, startup, sizeof startup) == 0, "no TPM2_Startup");

  for (int sample = -WARM_UP; sample < SAMPLES; sample++) {
    double from = now();
    for (int call = 0; call < CALLS; call++) {
      process(&response, &size, &capacity, pcr_read, sizeof pcr_read);
    }
    if (sample >= 0) samples[sample] = (now() - from) / CALLS;
  }
  require(size == 62 && memcmp(response + 6, "\0\0\0", 4) == 0, "no PCR was read");

  qsort(samples, SAMPLES, sizeof *samples, ascending);
  printf("%.1f\n", samples[SAMPLES / 2]);
  return 0;
}
