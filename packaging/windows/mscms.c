/* For the trial under Wine alone, never in the installer: Wine 8's mscms.dll lacks
   WcsCreateIccProfile, one of the four names that Qt's windows plugin takes from it. */
#define EXPORT __declspec(dllexport)

EXPORT int GetColorProfileFromHandle(void *profile, unsigned char *bytes, unsigned *length)
{
    if (length)
        *length = 0;
    return 0;
}
EXPORT int CloseColorProfile(void *profile) { return 1; }
EXPORT void *WcsCreateIccProfile(void *profile, unsigned options) { return 0; }
EXPORT void *OpenColorProfileW(void *profile, unsigned access, unsigned share, unsigned mode) { return 0; }
