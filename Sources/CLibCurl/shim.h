#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <string.h>

// Swift calls no variadic functions: one setter for each type that an option takes.
static inline CURLcode vigie_curl_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode vigie_curl_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode vigie_curl_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline long vigie_curl_response(CURL *curl) {
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

// What is uploaded, and how much of it has gone.
struct vigie_upload {
    const char *bytes;
    size_t size;
    size_t sent;
};
static inline size_t vigie_upload_read(char *buffer, size_t size, size_t count, void *source) {
    struct vigie_upload *upload = source;
    size_t left = upload->size - upload->sent;
    size_t some = left < size * count ? left : size * count;
    memcpy(buffer, upload->bytes + upload->sent, some);
    upload->sent += some;
    return some;
}
static inline void vigie_curl_upload(CURL *curl, struct vigie_upload *upload) {
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, vigie_upload_read);
    curl_easy_setopt(curl, CURLOPT_READDATA, upload);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)upload->size);
}
// Says nothing on standard output, whatever a server answers.
static inline size_t vigie_drop(char *buffer, size_t size, size_t count, void *nowhere) { return size * count; }
static inline void vigie_curl_drop(CURL *curl) { curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, vigie_drop); }
