/* For the trial under Wine alone, never in the installer: Wine has no icuuc.dll, which Windows 10
   and later have. Qt takes these 20 names from it for old text encodings: here every one fails to
   open, and Qt's own UTF-8, UTF-16, UTF-32 and Latin 1 are used. */
#include <stdint.h>

#define EXPORT __declspec(dllexport)
enum { NOT_THERE = 4 }; /* U_FILE_ACCESS_ERROR */
typedef int32_t Status;

EXPORT void *ucnv_open(const char *name, Status *status)
{
    if (status)
        *status = NOT_THERE;
    return 0;
}
EXPORT void ucnv_close(void *converter) {}
EXPORT void ucnv_reset(void *converter) {}
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT int8_t ucnv_getMaxCharSize(void *converter) { return 1; }
EXPORT const char *ucnv_getName(void *converter, Status *status)
{
    if (status)
        *status = NOT_THERE;
    return "";
}
EXPORT void ucnv_getToUCallBack(void *converter, void **action, const void **context)
{
    if (action)
        *action = 0;
    if (context)
        *context = 0;
}
EXPORT void ucnv_getFromUCallBack(void *converter, void **action, const void **context)
{
    ucnv_getToUCallBack(converter, action, context);
}
EXPORT void ucnv_setToUCallBack(void) {}
EXPORT void ucnv_setFromUCallBack(void) {}
EXPORT void ucnv_cbToUWriteUChars(void) {}
EXPORT void ucnv_cbFromUWriteUChars(void) {}
EXPORT void ucnv_toUnicode(void *converter, void *target, void *target_end, void *source,
                           void *source_end, void *offsets, int8_t flush, Status *status)
{
    if (status)
        *status = NOT_THERE;
}
EXPORT void ucnv_fromUnicode(void *converter, void *target, void *target_end, void *source,
                             void *source_end, void *offsets, int8_t flush, Status *status)
{
    if (status)
        *status = NOT_THERE;
}
EXPORT int32_t ucnv_toUCountPending(void *converter, Status *status) { return 0; }
EXPORT int32_t ucnv_fromUCountPending(void *converter, Status *status) { return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, Status *status)
{
    if (status)
        *status = NOT_THERE;
    return 0;
}
EXPORT const char *ucnv_getAvailableName(int32_t number) { return 0; }
EXPORT int32_t ucnv_countAvailable(void) { return 0; }
