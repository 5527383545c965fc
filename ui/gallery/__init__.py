"""Every widget of the design language in every state: ``dangol --gallery``.

For those who build screens. Its texts are samples and are not translated.
"""

from ui.gallery.window import Gallery, open_gallery

__all__ = ["Gallery", "open_gallery"]
