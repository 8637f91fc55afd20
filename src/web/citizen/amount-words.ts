import thaiBahtText from 'thai-baht-text'

/** 1,500.00 → หนึ่งพันห้าร้อยบาทถ้วน. The library says nothing for zero. */
export const amountInThaiWords = (satang: number): string =>
  satang === 0 ? 'ศูนย์บาทถ้วน' : thaiBahtText(satang / 100)
