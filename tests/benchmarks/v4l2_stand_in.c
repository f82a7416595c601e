/* A camera for machines without one: answers for /dev/video0 what a webcam's driver answers, so that Qt's and
 * OpenCV's own code for Linux is run. Loaded before the C library (LD_PRELOAD); root makes the device's file.
 *
 * STAND_IN_FRAME names a file with one frame of 1280 x 720 as YUYV. Files in the folder STAND_IN_WISHES change
 * what it does while they are there: "unplugged" (every order fails with ENODEV) and "busy" (no buffers for you).
 * Each time the light is switched, the file "light" there gets another line with the value.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 1280, HEIGHT = 720, FRAME_BYTES = WIDTH * HEIGHT * 2, BUFFERS = 4, INTERVAL_US = 33000 };

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static int stream = -1;  /* the handle that takes pictures; it can be read from whenever there is one */
static int control = -1; /* a second handle, for orders only */
static int is_streaming, sequence;
static unsigned given, taken;
static int waiting[BUFFERS];
static uint8_t *buffers[BUFFERS], *frame;

static int is_wished(const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", getenv("STAND_IN_WISHES"), name);
    return access(path, F_OK) == 0;
}

static void *give_frames(void *nothing)
{
    const uint64_t one = 1;
    for (;;) {
        usleep(INTERVAL_US);
        pthread_mutex_lock(&guard);
        if (stream >= 0 && is_streaming && (taken != given || is_wished("unplugged")))
            if (write(stream, &one, sizeof one) < 0) errno = 0;
        pthread_mutex_unlock(&guard);
    }
    return nothing;
}

static int open_camera(void)
{
    static pthread_t thread;
    if (is_wished("unplugged")) {
        errno = ENODEV;
        return -1;
    }
    int handle = eventfd(0, EFD_NONBLOCK | EFD_SEMAPHORE | EFD_CLOEXEC);
    pthread_mutex_lock(&guard);
    if (frame == NULL) {
        FILE *file = fopen(getenv("STAND_IN_FRAME"), "rb");
        frame = calloc(1, FRAME_BYTES);
        if (file == NULL || fread(frame, 1, FRAME_BYTES, file) != FRAME_BYTES) abort();
        fclose(file);
        for (int each = 0; each < BUFFERS; each++) buffers[each] = malloc(FRAME_BYTES);
        pthread_create(&thread, NULL, give_frames, NULL);
    }
    if (is_streaming) control = handle;
    else stream = handle;
    pthread_mutex_unlock(&guard);
    return handle;
}

static int refuse(int reason)
{
    errno = reason;
    return -1;
}

static int describe(unsigned long order, void *answer)
{
    struct v4l2_capability *what = answer;
    struct v4l2_fmtdesc *format = answer;
    struct v4l2_frmsizeenum *size = answer;
    struct v4l2_frmivalenum *interval = answer;
    struct v4l2_queryctrl *knob = answer;
    switch (order) {
    case VIDIOC_QUERYCAP:
        memset(what, 0, sizeof *what);
        strcpy((char *)what->driver, "uvcvideo");
        strcpy((char *)what->card, "Stand-in HD Webcam");
        what->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
        what->capabilities = what->device_caps | V4L2_CAP_DEVICE_CAPS;
        return 0;
    case VIDIOC_ENUM_FMT:
        if (format->index != 0) return refuse(EINVAL);
        format->pixelformat = V4L2_PIX_FMT_YUYV;
        format->flags = 0;
        return 0;
    case VIDIOC_ENUM_FRAMESIZES:
        if (size->index != 0) return refuse(EINVAL);
        size->type = V4L2_FRMSIZE_TYPE_DISCRETE;
        size->discrete = (struct v4l2_frmsize_discrete){WIDTH, HEIGHT};
        return 0;
    case VIDIOC_ENUM_FRAMEINTERVALS:
        if (interval->index != 0) return refuse(EINVAL);
        interval->type = V4L2_FRMIVAL_TYPE_DISCRETE;
        interval->discrete = (struct v4l2_fract){1, 30};
        return 0;
    case VIDIOC_QUERYCTRL:
        if (knob->id != V4L2_CID_FLASH_LED_MODE) return refuse(EINVAL);
        memset(knob, 0, sizeof *knob);
        knob->id = V4L2_CID_FLASH_LED_MODE;
        knob->type = V4L2_CTRL_TYPE_INTEGER;
        knob->maximum = V4L2_FLASH_LED_MODE_TORCH;
        knob->step = 1;
        return 0;
    default:
        return refuse(EINVAL);
    }
}

static int switch_light(const struct v4l2_control *order)
{
    char path[512];
    if (order->id != V4L2_CID_FLASH_LED_MODE) return refuse(EINVAL);
    snprintf(path, sizeof path, "%s/light", getenv("STAND_IN_WISHES"));
    FILE *file = fopen(path, "a");
    if (file != NULL) {
        fprintf(file, "%d\n", order->value);
        fclose(file);
    }
    return 0;
}

static int take_buffer(int handle, struct v4l2_buffer *buffer)
{
    uint64_t one;
    struct timespec now;
    if (read(handle, &one, sizeof one) != sizeof one || taken == given) return refuse(EAGAIN);
    buffer->index = waiting[taken++ % BUFFERS];
    uint8_t *target = buffers[buffer->index];
    memcpy(target, frame, FRAME_BYTES);
    for (size_t at = 0; at < FRAME_BYTES; at += 26) target[at] ^= (sequence * 7 + at) & 3; /* a sensor's noise */
    clock_gettime(CLOCK_MONOTONIC, &now);
    buffer->timestamp = (struct timeval){now.tv_sec, now.tv_nsec / 1000};
    buffer->flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
    buffer->field = V4L2_FIELD_NONE;
    buffer->bytesused = buffer->length = FRAME_BYTES;
    buffer->sequence = sequence++;
    return 0;
}

static int shape_stream(unsigned long order, void *answer)
{
    struct v4l2_format *format = answer;
    struct v4l2_streamparm *pace = answer;
    struct v4l2_requestbuffers *wanted = answer;
    struct v4l2_buffer *buffer = answer;
    switch (order) {
    case VIDIOC_G_FMT:
    case VIDIOC_S_FMT:
    case VIDIOC_TRY_FMT:
        format->fmt.pix.width = WIDTH;
        format->fmt.pix.height = HEIGHT;
        format->fmt.pix.pixelformat = V4L2_PIX_FMT_YUYV;
        format->fmt.pix.field = V4L2_FIELD_NONE;
        format->fmt.pix.bytesperline = WIDTH * 2;
        format->fmt.pix.sizeimage = FRAME_BYTES;
        return 0;
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM:
        pace->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
        pace->parm.capture.timeperframe = (struct v4l2_fract){1, 30};
        return 0;
    case VIDIOC_REQBUFS:
        if (is_wished("busy")) return refuse(EBUSY);
        if (wanted->memory != V4L2_MEMORY_MMAP) return refuse(EINVAL);
        if (wanted->count > BUFFERS) wanted->count = BUFFERS;
        given = taken = 0;
        return 0;
    case VIDIOC_QUERYBUF:
        if (buffer->index >= BUFFERS) return refuse(EINVAL);
        buffer->length = FRAME_BYTES;
        buffer->m.offset = buffer->index * FRAME_BYTES;
        return 0;
    case VIDIOC_QBUF:
        waiting[given++ % BUFFERS] = buffer->index;
        return 0;
    case VIDIOC_STREAMON:
    case VIDIOC_STREAMOFF:
        is_streaming = order == VIDIOC_STREAMON;
        return 0;
    default:
        return describe(order, answer);
    }
}

static int obey(int handle, unsigned long order, void *answer)
{
    if (is_wished("unplugged")) return refuse(ENODEV);
    pthread_mutex_lock(&guard);
    int result = order == VIDIOC_DQBUF    ? take_buffer(handle, answer)
                 : order == VIDIOC_S_CTRL ? switch_light(answer)
                                          : shape_stream(order, answer);
    pthread_mutex_unlock(&guard);
    return result;
}

/* What the C library would do, but for the camera. */

#define NEXT(result, name, ...)                 \
    static result (*next)(__VA_ARGS__);         \
    if (next == NULL) next = dlsym(RTLD_NEXT, name)

static int is_camera(const char *path)
{
    return path != NULL && strcmp(path, "/dev/video0") == 0;
}

#define OPEN(name)                                           \
    int name(const char *path, int flags, ...)               \
    {                                                        \
        NEXT(int, #name, const char *, int, ...);            \
        va_list rest;                                        \
        va_start(rest, flags);                               \
        mode_t mode = flags & O_CREAT ? va_arg(rest, int) : 0; \
        va_end(rest);                                        \
        return is_camera(path) ? open_camera() : next(path, flags, mode); \
    }

OPEN(open)
OPEN(open64)

int close(int handle)
{
    NEXT(int, "close", int);
    pthread_mutex_lock(&guard);
    if (handle >= 0 && handle == control) control = -1;
    if (handle >= 0 && handle == stream) {
        stream = -1;
        is_streaming = 0;
    }
    pthread_mutex_unlock(&guard);
    return next(handle);
}

int ioctl(int handle, unsigned long order, ...)
{
    NEXT(int, "ioctl", int, unsigned long, ...);
    va_list rest;
    va_start(rest, order);
    void *answer = va_arg(rest, void *);
    va_end(rest);
    if (handle >= 0 && (handle == stream || handle == control)) return obey(handle, (uint32_t)order, answer);
    return next(handle, order, answer);
}

#define MAP(name, offset_type)                                                                     \
    void *name(void *at, size_t length, int protection, int flags, int handle, offset_type offset) \
    {                                                                                              \
        NEXT(void *, #name, void *, size_t, int, int, int, offset_type);                           \
        if (handle >= 0 && handle == stream) return buffers[offset / FRAME_BYTES];                 \
        return next(at, length, protection, flags, handle, offset);                                \
    }

MAP(mmap, off_t)
MAP(mmap64, off64_t)

int munmap(void *at, size_t length)
{
    NEXT(int, "munmap", void *, size_t);
    for (int each = 0; each < BUFFERS; each++)
        if (at != NULL && at == buffers[each]) return 0;
    return next(at, length);
}
